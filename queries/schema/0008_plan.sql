-- purpose: what is made of it: proposals from the shortlist and from reports, what speaks for them, series and episodes
create sequence plan.series_ids;
create sequence plan.episode_ids;

alter table plan.proposals rename to shortlisted_before;

create table plan.proposals (
    proposal_id text primary key,
    topic_id bigint,
    angle_id bigint,
    -- the report that suggests it and where it stands there; null where it comes from the shortlist
    source_id bigint,
    section integer,
    position integer not null,
    title text not null,
    thesis text not null,
    visual_note text not null,
    status text not null check (status in ('idea', 'shortlisted', 'approved', 'in_production', 'published', 'dropped')),
    -- the gap as it stood the day it was shortlisted
    evidence text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    rev bigint not null default 1,
    binned_at timestamptz
);
insert into plan.proposals
select
    p.proposal_id,
    p.topic_id,
    p.angle_id,
    null,
    null,
    1,
    p.title,
    p.thesis,
    '',
    p.status,
    p.evidence,
    p.created_at,
    p.changed_at,
    p.rev,
    null
from plan.shortlisted_before as p;
drop table plan.shortlisted_before;

create table plan.proposal_values (
    proposal_id text not null,
    position integer not null,
    title text not null,
    body text not null
);

create table plan.proposal_claims (
    proposal_id text not null,
    position integer not null,
    -- null: leans on something that is no claim of the library
    claim_id bigint,
    title text not null,
    grade text not null check (grade in ('high', 'medium', 'low', 'unrated')),
    grade_words text not null,
    body text not null
);

create table plan.risks (
    proposal_id text not null,
    position integer not null,
    title text not null,
    body text not null,
    kind text not null check (kind in (
        'factual_uncertainty', 'opponent_underestimated', 'technology_shift', 'legal', 'platform', 'reputation', 'other'
    )),
    mitigation text not null
);

create table plan.visuals (
    proposal_id text not null,
    position integer not null,
    title text not null,
    body text not null
);

create table plan.series (
    series_id bigint primary key,
    topic_id bigint,
    source_id bigint,
    section integer,
    position integer not null,
    title text not null,
    created_at timestamptz not null,
    rev bigint not null default 1,
    binned_at timestamptz
);

create table plan.episodes (
    episode_id bigint primary key,
    series_id bigint not null,
    position integer not null,
    title text not null,
    note text not null,
    proposal_id text,
    status text not null check (status in (
        'planned', 'scripting', 'storyboard', 'shooting', 'editing', 'scheduled', 'published', 'dropped'
    )),
    planned_on date,
    published_on date,
    rev bigint not null default 1,
    binned_at timestamptz
);

-- where a signal stands in its report, and as what: a person may have changed the signal since
create table plan.report_signals (
    source_id bigint not null,
    section integer not null,
    position integer not null,
    signal_id bigint not null,
    verb text not null,
    subject text not null
);
