-- purpose: what a report says, part by part, so that it can be written out again word for word
-- a report is the source with that id; its sections and what stands in them count from 1
create table library.reports (
    source_id bigint primary key,
    title text not null,
    researched_on date,
    -- the topic that it is about, among those that it joins
    topic_id bigint,
    account_id bigint
);

create table library.report_sections (
    source_id bigint not null,
    section integer not null,
    -- null: unknown to us
    key text,
    heading text,
    level integer not null,
    has_rule boolean not null,
    -- the whole section, where its layout cannot be written out again line for line
    verbatim text,
    -- the layout's words: pairs of what they label and how they are written
    labels text[][] not null,
    body text not null
);

create table library.report_fields (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    key text,
    label text not null,
    value text not null
);

-- where a claim stands in the report, and as what: a person may have changed the claim since
create table library.report_claims (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    claim_id bigint not null,
    statement text not null,
    grade text not null,
    grade_words text not null
);

create table library.report_counterpoints (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    kind text not null check (kind in ('rebuttal', 'dispute')),
    title text not null,
    claim text not null,
    response text not null
);

create table library.report_counterpoint_uses (
    source_id bigint not null,
    section integer not null,
    counterpoint integer not null,
    position integer not null,
    cited_id bigint not null,
    label text not null,
    url text,
    note text not null,
    placement text not null check (placement in ('list', 'inline'))
);

create table library.report_blind_spots (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    kind text not null check (kind in ('unsaid_by_peers', 'prior_work_blind_spot')),
    title text not null,
    body text not null,
    opportunity text not null
);

create table library.report_examples (
    source_id bigint not null,
    section integer not null,
    blind_spot integer not null,
    position integer not null,
    label text not null,
    quoted_title text not null
);

create table library.report_ratings (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    cited_id bigint not null,
    label text not null,
    url text,
    grade text not null check (grade in ('high', 'medium', 'low', 'unrated')),
    grade_words text not null,
    note text not null
);

create table library.report_findings (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    title text not null,
    body text not null
);

create table library.report_relations (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    -- the other report, as it is called there
    reference text not null,
    kind text not null check (kind in ('complements', 'supersedes', 'contradicts', 'extends')),
    body text not null
);

create table library.report_facets (
    source_id bigint not null,
    section integer not null,
    relation integer not null,
    position integer not null,
    side text not null check (side in ('other', 'this')),
    label text not null,
    text text not null
);

-- headings of the user's own, by the key of the section that they stand for
create table library.heading_aliases (
    heading text primary key,
    key text not null
);
