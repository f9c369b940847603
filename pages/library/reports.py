"""Reports: research reports in and out word for word, what each says and lacks, two side by side."""

from blindspot.ui.desk import desk
from blindspot.ui.library.reports_view import show_reports

show_reports(desk())
