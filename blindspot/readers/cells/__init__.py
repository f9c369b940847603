"""What stands in one column of an export, turned into values: counts, times, durations, hashtags, wording."""
