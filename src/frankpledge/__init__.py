"""frankpledge: a Community Safety Partnership's strategic assessment from the partners' files."""
