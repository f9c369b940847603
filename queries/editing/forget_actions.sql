-- purpose: forget who did what so far: the sample's making is nobody's work
-- parameters: none
delete from main.actions
