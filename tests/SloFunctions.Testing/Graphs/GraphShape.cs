namespace SloFunctions.Testing.Graphs;

/// <summary>What a generated graph looks like. Shares are ratios in [0, 1].</summary>
/// <param name="Services">How many services.</param>
/// <param name="Edges">How many dependencies, cycles included.</param>
/// <param name="Redundant">The share of dependencies that have alternatives.</param>
/// <param name="Hard">The share of dependencies that are synchronous and hard; the rest is mixed.</param>
/// <param name="Tiers">How deep it is: calls go from tier to any lower tier.</param>
/// <param name="Cycles">How many calls go back up, each closing a cycle.</param>
/// <param name="Seed">Another seed gives another graph of the same shape.</param>
public sealed record GraphShape(
    int Services = 5_000, int Edges = 50_000, double Redundant = 0.10, double Hard = 1, int Tiers = 20, int Cycles = 8, ulong Seed = 1);
