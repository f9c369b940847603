-- purpose: each work's response: log2 of its plays (likes where its creator's plays are not known) over the median of
--          the creator's other works; only with 3 or more others
-- grain: one row per work with a response
-- reads: stale_creators
-- parameters: none
insert into library.responses
with measures as (
    select
        w.creator_key,
        case when count(w.plays) > 0 and count(w.plays) >= count(w.likes) then 'plays' else 'likes' end as measure
    from library.works as w
    inner join library.creators as c on c.creator_key = w.creator_key
    semi join stale_creators as k on k.creator_key = w.creator_key
    where c.creator_id <> ''
    group by w.creator_key
),
measured as (
    select
        w.work_key,
        w.creator_key,
        m.measure,
        case m.measure when 'plays' then w.plays else w.likes end as amount
    from library.works as w
    inner join measures as m on m.creator_key = w.creator_key
),
ranked as (
    select
        k.*,
        row_number() over (partition by k.creator_key order by k.amount, k.work_key) as place,
        count(*) over (partition by k.creator_key) as work_count
    from measured as k
    where k.amount is not null
),
centres as (
    -- leaving one work out moves the median by at most one place, so three middle amounts are enough
    select
        r.creator_key,
        max(r.amount) filter (r.place = r.work_count // 2) as below,
        max(r.amount) filter (r.place = r.work_count // 2 + 1) as middle,
        max(r.amount) filter (r.place = r.work_count // 2 + 2) as above
    from ranked as r
    where r.work_count >= 4
    group by r.creator_key
),
usual as (
    select
        r.work_key,
        r.measure,
        r.amount,
        case
            when r.work_count % 2 = 0
                then case when r.place > r.work_count // 2 then c.below else c.middle end
            else (
                case when r.place > r.work_count // 2 then c.below else c.middle end
                + case when r.place > r.work_count // 2 + 1 then c.middle else c.above end
            ) / 2.0
        end as others_median
    from ranked as r
    inner join centres as c on c.creator_key = r.creator_key
)
select
    u.work_key,
    u.measure,
    log2((u.amount + 1) / (u.others_median + 1)) as response
from usual as u
order by u.work_key
