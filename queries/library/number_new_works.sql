-- purpose: give works that the library lacks their keys; those that stand in the file once need no look at the others
-- grain: updates every staged row of a new work that is not repeated
-- reads: staged
-- parameters: none
update staged
set work_key = nextval('library.work_keys')
where not is_known and not is_repeated
