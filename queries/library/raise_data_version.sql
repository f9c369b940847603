-- purpose: make every cached result stale
-- parameters: none
update library.state set data_version = data_version + 1
