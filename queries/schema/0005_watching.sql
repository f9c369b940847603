-- purpose: whom content is made for and what to watch: accounts, hot topics, signals
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
    is_sample boolean not null default false,
    imported_at timestamptz not null,
    rev bigint not null default 1,
    binned_at timestamptz
);

-- the first import of the same hand-in: files that came together have no before and after among them
alter table library.imports add column batch_id bigint;

-- the newest import when the topic was made: what came in until then is where its story begins
alter table library.topics add column made_after_import_id bigint;

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
    binned_at timestamptz,
    -- the last import before the signal was tied to its angle: only creators that came later count
    tied_after_import_id bigint,
    -- what closed it: the creators new to the angle, and the day of the first of their works
    new_creators bigint,
    new_since date
);

-- how far the user has seen what each import changed; gaps that close are told from there on
create table plan.seen_imports (
    topic_id bigint primary key,
    import_id bigint not null
);

-- when each competitor came to an angle: the import that brought the first of their works that carry it by today's
-- terms and labels, and the day of the earliest; counted at read time, so that no later change of a term makes it untrue
create macro library.arrivals_at(angles) as table
select
    l.angle_id,
    l.creator_key,
    min(s.import_id) as import_id,
    min(l.day) as first_day,
    count(distinct l.work_key) as works
from library.label_facts as l
inner join library.creators as c on c.creator_key = l.creator_key and c.role = 'competitor'
inner join library.snapshots as s on s.work_key = l.work_key
where list_contains(angles, l.angle_id)
group by l.angle_id, l.creator_key;
