-- purpose: everything that was imported, and the codebooks that order it
create schema library;
create schema plan;

create sequence library.import_ids;
create sequence library.creator_keys;
create sequence library.work_keys;
create sequence library.topic_ids;
create sequence library.angle_ids;
create sequence library.term_ids;

create table library.state (
    data_version bigint not null
);
insert into library.state values (0);

create table library.imports (
    import_id bigint primary key,
    file text not null,
    sha256 text not null,
    reader text not null,
    mapping text,
    imported_at timestamptz not null,
    file_time timestamptz not null,
    rows_read bigint not null,
    works_added bigint not null,
    works_updated bigint not null,
    works_unchanged bigint not null,
    duplicates_in_file bigint not null,
    rows_rejected bigint not null,
    snapshots_added bigint not null,
    cells_unread bigint not null,
    comments_seen bigint not null,
    creators_seen bigint not null,
    is_sample boolean not null
);

create table library.rejects (
    import_id bigint not null,
    row bigint not null,
    reason text not null,
    "values" text not null
);

create table library.unread_cells (
    import_id bigint not null,
    row bigint not null,
    column_name text not null,
    value text not null
);

create table library.mappings (
    header_hash text primary key,
    mapping text not null,
    saved_at timestamptz not null
);

create table library.creators (
    creator_key bigint not null,
    platform text not null,
    creator_id text not null,
    name text,
    is_hidden boolean not null,
    role text not null default 'competitor' check (role in ('competitor', 'own', 'ignored')),
    creator_group text,
    is_sample boolean not null,
    primary key (platform, creator_id)
);

create table library.creator_aliases (
    platform text not null,
    alias_id text not null,
    creator_key bigint not null,
    primary key (platform, alias_id)
);

create table library.works (
    work_key bigint not null,
    platform text not null,
    work_id text not null,
    creator_key bigint not null,
    url text,
    title text,
    text text,
    hashtags text[],
    transcript text,
    search_text text not null,
    published_at timestamptz,
    duration_seconds double,
    plays bigint,
    likes bigint,
    comments bigint,
    shares bigint,
    collects bigint,
    keyword text,
    captured_at timestamptz not null,
    is_sample boolean not null
    -- (platform, work_id) is unique without an index, which would take a third of an import's time: imports run one at a
    -- time and look every id up first; the check works_are_unique watches over it
);

create table library.snapshots (
    work_key bigint not null,
    captured_at timestamptz not null,
    import_id bigint not null,
    plays bigint,
    likes bigint,
    comments bigint,
    shares bigint,
    collects bigint
);

create table library.former_texts (
    work_key bigint not null,
    import_id bigint not null,
    url text,
    title text,
    text text,
    hashtags text[],
    transcript text,
    search_text text not null,
    published_at timestamptz,
    duration_seconds double
);

create table library.responses (
    work_key bigint not null,
    measure text not null,
    response double not null
);

create table library.topics (
    topic_id bigint primary key,
    name text not null,
    date_from date,
    date_to date,
    is_sample boolean not null,
    version bigint not null
);

create table library.topic_terms (
    topic_id bigint not null,
    position integer not null,
    term text not null
);

create table library.codebook_versions (
    topic_id bigint not null,
    version bigint not null,
    saved_at timestamptz not null,
    toml text not null
);

create table library.angles (
    angle_id bigint primary key,
    topic_id bigint not null,
    key text not null,
    position integer not null,
    angle_group text,
    name_zh text,
    name_en text,
    definition_zh text,
    definition_en text,
    examples text[] not null,
    is_retired boolean not null,
    unique (topic_id, key)
);

create table library.angle_terms (
    term_id integer primary key,
    angle_id bigint not null,
    position integer not null,
    term text not null,
    is_exclusion boolean not null
);

create table library.topic_works (
    topic_id bigint not null,
    work_key bigint not null
);

create table library.label_words (
    angle_id bigint not null,
    work_key bigint not null,
    term_id integer not null,
    start_at uinteger not null
);

create table library.person_labels (
    angle_id bigint not null,
    platform text not null,
    work_id text not null,
    covers boolean not null,
    decided_at timestamptz not null,
    primary key (angle_id, platform, work_id)
);

create table library.labels (
    angle_id bigint not null,
    work_key bigint not null,
    origin text not null check (origin in ('rule', 'model', 'llm', 'person')),
    score double
);

create table library.scope_facts (
    topic_id bigint not null,
    work_key bigint not null,
    creator_key bigint not null,
    platform text not null,
    day date,
    response double,
    has_transcript boolean not null,
    is_labelled boolean not null
);

create table library.label_facts (
    topic_id bigint not null,
    angle_id bigint not null,
    work_key bigint not null,
    creator_key bigint not null,
    platform text not null,
    day date,
    response double
);

create table plan.proposals (
    proposal_id text primary key,
    topic_id bigint not null,
    angle_id bigint not null,
    title text not null,
    thesis text not null,
    status text not null check (status in ('shortlisted', 'dropped')),
    evidence text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    rev bigint not null
);
