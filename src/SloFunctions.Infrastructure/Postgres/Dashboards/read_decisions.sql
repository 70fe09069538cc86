SELECT team, criticality, tier, method, action, decisions, decisions_of_90_days FROM dashboard_decisions
