-- purpose: who changed what, for whatever people edit: the history of the plan moves down to where the library has it too
create sequence main.action_ids;

-- one thing that somebody did; its edits are undone together
create table main.actions (
    action_id bigint not null,
    -- where undo looks for it: what was edited there, and which
    scope text not null,
    kind text not null check (kind in ('edit', 'undo', 'redo', 'restore')),
    origin text not null check (origin in ('person', 'import', 'model')),
    who text not null,
    made_at timestamptz not null,
    is_undone boolean not null
);
insert into main.actions by name
select a.action_id, a.scope, a.kind, a.origin, a.who, a.made_at, a.is_undone
from plan.actions as a
order by a.action_id;

-- the fields that an action changed in one row, before and after, as JSON; `before` is null where the row is new
create table main.edits (
    action_id bigint not null,
    position integer not null,
    item text not null,
    item_id text not null,
    -- the row's revision after it
    rev bigint not null,
    before text,
    after text not null
);
insert into main.edits by name
select e.action_id, e.position, e.item, e.item_id, e.rev, e.before, e.after
from plan.edits as e
order by e.action_id, e.position;

-- the next action gets a number that none has
select nextval('main.action_ids')
from (select unnest(range(coalesce((select max(a.action_id) from plan.actions as a), 0))));

drop table plan.edits;
drop table plan.actions;
drop sequence plan.action_ids;
