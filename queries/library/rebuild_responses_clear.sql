-- purpose: forget the responses of some creators' works before they are computed anew
-- reads: stale_creators
-- parameters: none
delete from library.responses
where
    work_key in (
        select w.work_key
        from library.works as w
        semi join stale_creators as k on k.creator_key = w.creator_key
    )
