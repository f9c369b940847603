-- purpose: what was so far and what to watch: accounts, hot topics, coverage as each import left it, signals
create sequence library.account_ids;
create sequence library.hot_topic_ids;
create sequence plan.signal_ids;

-- an own account that content is made for, kept once and referred to
create table library.accounts (
    account_id bigint primary key,
    platform text,
    handle text not null,
    positioning text not null,
    audience text not null,
    tone text not null,
    formats text not null,
    is_sample boolean not null,
    rev bigint not null default 1,
    binned_at timestamptz
);

create table library.hot_topics (
    hot_topic_id bigint primary key,
    title text not null,
    -- the list it stood in, as its file or report calls it
    origin text not null,
    listed_on date,
    rank integer,
    heat text,
    url text,
    note text not null,
    status text not null check (status in ('candidate', 'accepted', 'dismissed')),
    topic_id bigint,
    imported_at timestamptz not null,
    rev bigint not null default 1,
    binned_at timestamptz
);

-- one row per angle and import that changed its topic: competitors' works and creators as they stood then
create table library.coverage_history (
    topic_id bigint not null,
    angle_id bigint not null,
    import_id bigint not null,
    noted_at timestamptz not null,
    works bigint not null,
    creators bigint not null,
    scope_works bigint not null,
    scope_creators bigint not null,
    last_published date
);

create table plan.signals (
    signal_id bigint primary key,
    -- the report that named it; null where a person did
    source_id bigint,
    topic_id bigint,
    -- an import that brings this many creators to this angle closes the signal by itself
    angle_id bigint,
    creators_to_fire bigint,
    position integer not null,
    verb text not null,
    subject text not null,
    meaning text not null,
    status text not null check (status in ('open', 'fired', 'refuted', 'expired')),
    due_on date,
    last_checked_on date,
    outcome text not null,
    created_at timestamptz not null,
    closed_at timestamptz,
    closed_by_import_id bigint,
    rev bigint not null default 1,
    binned_at timestamptz
);
