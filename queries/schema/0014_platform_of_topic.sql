-- purpose: an episode without a platform of its own comes out on that of its account or topic; Douyin stood there unasked
alter table plan.episodes alter column platform set default '';
update plan.episodes as e
set platform = ''
where
    e.platform = 'douyin'
    and not exists (
        select 1
        from main.edits as d
        where d.item = 'episode' and d.item_id = e.episode_id::text and d.before is not null and d.after like '%"platform"%'
    );
