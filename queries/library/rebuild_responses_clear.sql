-- purpose: forget all responses before they are computed anew
-- parameters: none
delete from library.responses
