-- purpose: settle a conflict or open it again
-- parameters: conflict_id, status, settlement
update library.conflicts
set status = $status, settlement = $settlement
where conflict_id = $conflict_id
