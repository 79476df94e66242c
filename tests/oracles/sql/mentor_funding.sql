-- Section 11, for the questions asked.

select n, status, reasons from mentor_funding_answers where check_name = 'mentor_funding';
