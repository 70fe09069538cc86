namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Writes down what remains open once everything a service needs works: its groups of alternatives, and what those need.
/// Keeps working memory between formulas; for one thread at a time.
/// </summary>
internal sealed class FormulaReader(Needs needs, int components)
{
    // Of what all alternatives need together; a formula beyond would cost more to write down than to sample.
    private const int LargestTotal = 1_000_000;

    private readonly LiteralClasses classes = new(components);
    private readonly List<int> scratch = [];
    private readonly Dictionary<int, int> places = [];
    private readonly List<int> alternatives = [];
    private readonly List<List<int>> variables = [];
    private readonly List<int[]> groups = [];
    private readonly Dictionary<int, int> literalOf = [];

    /// <summary>The condition under which open groups hold while what is needed works; null when it is too large.</summary>
    /// <param name="must">What is needed.</param>
    /// <param name="open">The numbers of its open groups.</param>
    public Formula? Read(ComponentSet must, IReadOnlyList<int> open)
    {
        if (!Collect(must, open)) return null;
        classes.Refine(variables);
        var builder = new FormulaBuilder(Literals());
        int[] nodes = new int[alternatives.Count];
        foreach (int i in Enumerable.Range(0, alternatives.Count).OrderBy(i => alternatives[i]))
        {
            var inputs = variables[i].Select(classes.Of).Distinct().Select(c => literalOf[c]);
            nodes[i] = builder.All([.. inputs, .. groups[i].Select(g => Any(g, nodes, builder))]);
        }

        return builder.Build([.. open.Select(g => (g, Any(g, nodes, builder)))]);
    }

    // What an alternative needs beyond what is certain, and the groups of that which remain open.
    private bool Collect(ComponentSet must, IReadOnlyList<int> open)
    {
        places.Clear();
        alternatives.Clear();
        variables.Clear();
        groups.Clear();
        int total = 0;
        foreach (int group in open) Meet(group);
        for (int i = 0; i < alternatives.Count; i++)
        {
            var own = needs.Must(alternatives[i]);
            var beyond = new List<int>();
            own.ExceptTo(must, beyond);
            variables.Add(beyond);
            groups.Add([.. needs.OpenGroups(own, scratch).Where(g => !must.ContainsAny(needs.Alternatives[g])).Except(open)]);
            foreach (int group in groups[i]) Meet(group);
            total += beyond.Count + groups[i].Length;
            if (total > LargestTotal) return false;
        }

        return true;
    }

    private void Meet(int group)
    {
        foreach (int alternative in needs.Alternatives[group])
        {
            if (places.TryAdd(alternative, alternatives.Count)) alternatives.Add(alternative);
        }
    }

    private List<int[]> Literals()
    {
        literalOf.Clear();
        var members = new List<SortedSet<int>>();
        foreach (int c in variables.SelectMany(v => v))
        {
            if (!literalOf.TryGetValue(classes.Of(c), out int literal))
            {
                literalOf[classes.Of(c)] = literal = members.Count;
                members.Add([]);
            }

            members[literal].Add(c);
        }

        return [.. members.Select(m => m.ToArray())];
    }

    private int Any(int group, int[] nodes, FormulaBuilder builder) =>
        builder.Any([.. needs.Alternatives[group].Select(a => nodes[places[a]])]);
}
