[[paraloop]] int variable;
