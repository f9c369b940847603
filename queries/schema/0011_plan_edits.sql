-- purpose: the plan as several people edit it: more of proposals, series and episodes; storyboards; who changed what
create sequence plan.action_ids;
create sequence plan.comment_ids;
create sequence plan.draft_ids;

alter table plan.proposals add column difference text default '';
alter table plan.proposals add column tags text[] default [];
alter table plan.proposals add column account_id bigint;
-- why it suits the account, in the planner's words
alter table plan.proposals add column fit text default '';
-- the gap as it stood at its last refresh; `evidence` stays as it was the day it was shortlisted
alter table plan.proposals add column refreshed_evidence text;
alter table plan.proposals add column refreshed_at timestamptz;
-- where its card stands among those of its status; equal places go by age
alter table plan.proposals add column board_place double default 0;

create table plan.proposal_counterpoints (
    proposal_id text not null,
    position integer not null,
    title text not null,
    claim text not null,
    answer text not null
);

create table plan.votes (
    proposal_id text not null,
    who text not null,
    vote integer not null check (vote in (-1, 1)),
    voted_at timestamptz not null
);

create table plan.comments (
    comment_id bigint not null,
    proposal_id text not null,
    who text not null,
    said_at timestamptz not null,
    text text not null,
    binned_at timestamptz
);

-- stays the same when the plan moves to another database, where series_id does not
alter table plan.series add column uid text;
update plan.series set uid = replace(uuid()::text, '-', '');
alter table plan.series add column note text default '';
alter table plan.series add column account_id bigint;
alter table plan.series add column starts_on date;
-- the days of the week on which an episode is due, Monday = 1
alter table plan.series add column weekdays integer[] default [];
alter table plan.series add column slot_time time;

alter table plan.episodes rename to episodes_before;
create table plan.episodes (
    episode_id bigint primary key,
    -- stays the same when the plan moves to another database
    uid text not null,
    series_id bigint not null,
    -- its order in the series; a fraction stands between two
    position double not null,
    title text not null,
    note text not null,
    perspective text not null default '',
    hook text not null default '',
    owner text not null default '',
    proposal_id text,
    status text not null check (status in (
        'planned', 'scripting', 'storyboard', 'shooting', 'editing', 'scheduled', 'published', 'dropped'
    )),
    planned_on date,
    published_on date,
    -- its storyboard: the picture in pixels, the frame rate as a fraction, the length aimed at
    width integer not null default 1080,
    height integer not null default 1920,
    fps_num integer not null default 30,
    fps_den integer not null default 1,
    target_seconds double,
    -- whose safe areas are drawn
    platform text not null default 'douyin',
    rev bigint not null default 1,
    binned_at timestamptz
);
insert into plan.episodes (
    episode_id,
    uid,
    series_id,
    position,
    title,
    note,
    perspective,
    proposal_id,
    status,
    planned_on,
    published_on,
    rev,
    binned_at
)
select
    e.episode_id,
    replace(uuid()::text, '-', ''),
    e.series_id,
    e.position,
    e.title,
    e.note,
    -- a report's note names it in passing: "（技术角度，已有报告）"
    regexp_extract(e.note, '(\p{Han}{1,8}?)(的)?(角度|视角)', 1),
    e.proposal_id,
    e.status,
    e.planned_on,
    e.published_on,
    e.rev,
    e.binned_at
from plan.episodes_before as e;
drop table plan.episodes_before;

-- without a primary key: a list in a row makes DuckDB delete and insert it, which a key refuses within one transaction
create table plan.shots (
    shot_id text not null,
    episode_id bigint not null,
    -- its order in the storyboard; a fraction stands between two, so that nothing is renumbered
    position double not null,
    -- its name for editors (S01, S02A): kept when others come and go, so that a re-export finds its footage
    name text not null,
    frames integer not null check (frames > 0),
    size text not null check (size in ('', 'EWS', 'WS', 'FS', 'MS', 'MCU', 'CU', 'ECU', 'insert', 'screen')),
    camera_angle text not null check (camera_angle in ('', 'eye', 'high', 'low', 'overhead', 'dutch', 'pov')),
    movement text not null check (movement in (
        '', 'static', 'pan', 'tilt', 'push_in', 'pull_out', 'track', 'crane', 'handheld', 'orbit', 'zoom', 'drone'
    )),
    -- how the shot before gives way to it
    transition text not null check (transition in ('cut', 'dissolve', 'fade', 'wipe', 'match', 'whip')),
    lens text not null,
    picture text not null,
    narration text not null,
    on_screen_text text not null,
    sound text not null,
    -- a file of the editor's, as a path below his media folder
    asset text not null,
    prompt text not null,
    -- the title of the proposal's visual that it shows
    visual text not null,
    claim_ids bigint[] not null,
    -- an uploaded picture
    picture_id text,
    rev bigint not null default 1,
    binned_at timestamptz
);

create table plan.pictures (
    -- the sha256 of its bytes, which are ours: re-encoded when it was uploaded
    picture_id text not null,
    name text not null,
    media_type text not null,
    width integer not null,
    height integer not null,
    bytes blob not null,
    thumbnail blob not null,
    added_at timestamptz not null
);

-- one thing that somebody did to the plan; its edits are undone together
create table plan.actions (
    action_id bigint not null,
    -- where undo looks for it: proposal, series or episode, and which
    scope text not null,
    kind text not null check (kind in ('edit', 'undo', 'redo', 'restore')),
    origin text not null check (origin in ('person', 'import', 'model')),
    who text not null,
    made_at timestamptz not null,
    is_undone boolean not null
);

-- the fields that an action changed in one row, before and after, as JSON; `before` is null where the row is new
create table plan.edits (
    action_id bigint not null,
    position integer not null,
    item text not null check (item in ('proposal', 'series', 'episode', 'shot')),
    item_id text not null,
    -- the row's revision after it
    rev bigint not null,
    before text,
    after text not null
);

-- what a language model wrote, until a person says yes or no
create table plan.drafts (
    draft_id bigint not null,
    kind text not null check (kind in ('thesis', 'titles', 'hook', 'shots', 'summary')),
    item text not null check (item in ('proposal', 'episode', 'source')),
    item_id text not null,
    model text not null,
    text text not null,
    claim_ids bigint[] not null,
    tokens_in bigint,
    tokens_out bigint,
    cost double,
    currency text not null,
    status text not null check (status in ('open', 'accepted', 'rejected')),
    who text not null,
    made_at timestamptz not null,
    decided_at timestamptz
);
