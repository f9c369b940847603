-- purpose: what the planner has read: sources, their passages, the claims drawn from them, and what each use is worth
create sequence library.source_ids;
create sequence library.passage_ids;
create sequence library.claim_ids;
create sequence library.conflict_ids;

create table library.sources (
    source_id bigint primary key,
    name text not null,
    kind text not null check (kind in (
        'official', 'regulator', 'research', 'media', 'vendor', 'community', 'social', 'dataset', 'own_report',
        'named_only', 'unknown'
    )),
    -- sources with the same origin say the same thing from one mouth; origins are counted, not addresses
    origin text not null,
    -- whose finding it passes on, where that is not its own publisher
    reports_on text,
    publisher text,
    author text,
    published_on date,
    language text,
    category text,
    summary text,
    tags text[] not null,
    front_matter text,
    -- Markdown; null where the source is only cited
    body text,
    file text,
    sha256 text,
    imported_at timestamptz not null,
    is_sample boolean not null,
    rev bigint not null default 1,
    binned_at timestamptz
);

-- every address under which a source was met, as written; one source has many, an address belongs to one source
create table library.source_urls (
    url text not null,
    source_id bigint not null,
    -- the address without what differs between two ways to the same page
    canonical text not null
);

create table library.source_tables (
    source_id bigint not null,
    position integer not null,
    caption text,
    footnote text,
    -- rows of cells
    cells text[][] not null
);

create table library.source_media (
    source_id bigint not null,
    position integer not null,
    url text not null,
    alt text,
    caption text
);

create table library.passages (
    passage_id bigint primary key,
    source_id bigint not null,
    position integer not null,
    -- the section of a report it stands in, by key; null in articles
    part text,
    kind text not null check (kind in ('heading', 'paragraph', 'item', 'quote', 'cell')),
    text text not null,
    search_text text not null
);

create table library.claims (
    claim_id bigint primary key,
    -- the document it was drawn from, a report or an article
    source_id bigint not null,
    position integer not null,
    statement text not null,
    body text not null,
    kind text not null check (kind in (
        'statement', 'measurement', 'estimate', 'forecast', 'official_act', 'opinion', 'definition', 'legal'
    )),
    grade text not null check (grade in ('high', 'medium', 'low', 'unrated')),
    grade_reason text not null,
    said_by text,
    hedges text[] not null,
    as_of date,
    good_until date,
    status text not null check (status in ('candidate', 'accepted', 'rejected')),
    decided_at timestamptz,
    rev bigint not null default 1,
    binned_at timestamptz
);

-- a grade belongs to the use of a source for a claim
create table library.claim_uses (
    claim_id bigint not null,
    position integer not null,
    source_id bigint not null,
    placement text not null check (placement in ('list', 'inline')),
    label text not null,
    url text,
    note text not null,
    grade text not null check (grade in ('high', 'medium', 'low', 'unrated')),
    grade_reason text not null
);

create table library.claim_figures (
    claim_id bigint not null,
    position integer not null,
    value double not null,
    unit text not null,
    words text not null
);

-- two claims, or a claim and a source of it, that cannot both be right; both sides in their own words
create table library.conflicts (
    conflict_id bigint primary key,
    claim_id bigint not null,
    other_claim_id bigint,
    other_source_id bigint,
    words text not null,
    other_words text not null,
    found_by text not null check (found_by in ('rule', 'person')),
    status text not null check (status in ('open', 'settled')),
    settlement text not null
);

create table library.topic_sources (
    topic_id bigint not null,
    source_id bigint not null,
    origin text not null check (origin in ('rule', 'person'))
);

-- what asks for an angle: item_id is a source_id, claim_id or comment_key; places = passages that carry the angle
create table library.demand_labels (
    angle_id bigint not null,
    item text not null check (item in ('source', 'claim', 'question')),
    item_id bigint not null,
    origin text not null check (origin in ('rule', 'person')),
    places bigint not null
);

create table library.person_demand_labels (
    angle_id bigint not null,
    item text not null check (item in ('source', 'claim', 'question')),
    item_id bigint not null,
    asks boolean not null,
    decided_at timestamptz not null
);
