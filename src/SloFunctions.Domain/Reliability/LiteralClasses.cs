namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Joins components that are needed by the same alternatives, by partition refinement: they work or fail to the same effect,
/// so that one literal stands for them all.
/// </summary>
/// <param name="components">How many components the network has.</param>
internal sealed class LiteralClasses(int components)
{
    private readonly int[] classOf = new int[components];
    private readonly int[] metIn = new int[components];
    private readonly List<(int Set, int Split)> splits = [];
    private int run;

    /// <summary>How many classes there are; some may be empty.</summary>
    public int Count => splits.Count;

    /// <summary>Refines the classes until every set is a union of some.</summary>
    public void Refine(IReadOnlyList<List<int>> sets)
    {
        run++;
        splits.Clear();
        for (int set = 0; set < sets.Count; set++)
        {
            int fresh = -1;
            foreach (int c in sets[set])
            {
                if (metIn[c] != run)
                {
                    metIn[c] = run;
                    classOf[c] = fresh < 0 ? fresh = Start(set) : fresh;
                    continue;
                }

                int from = classOf[c];
                if (splits[from].Set != set) splits[from] = (set, Start(set));
                classOf[c] = splits[from].Split;
            }
        }
    }

    /// <summary>The class of a component of the sets.</summary>
    public int Of(int component) => classOf[component];

    private int Start(int set)
    {
        splits.Add((set, splits.Count));
        return splits.Count - 1;
    }
}
