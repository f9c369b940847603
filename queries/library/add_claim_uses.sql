-- purpose: keep which sources claims use, and what each use is worth
-- parameters: rows
insert into library.claim_uses by name
select
    unnest(
        cast($rows as struct(
            claim_id bigint,
            position integer,
            source_id bigint,
            placement text,
            label text,
            url text,
            note text,
            grade text,
            grade_reason text
        )[]),
        max_depth := 2
    )
