-- purpose: keep the respects in which it is compared of a report
-- parameters: rows
insert into library.report_facets by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            relation integer,
            position integer,
            side text,
            label text,
            text text
        )[]),
        max_depth := 2
    )
