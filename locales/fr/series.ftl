### Recurring visits: the planner and its plans.
