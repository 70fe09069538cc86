namespace SloFunctions.Domain.Reliability;

/// <summary>The nodes of binary decision diagrams, each made once: equal functions have equal numbers.</summary>
internal sealed class DiagramNodes
{
    private const int Smallest = 256;

    private int[] variables = new int[Smallest];
    private int[] downs = new int[Smallest];
    private int[] ups = new int[Smallest];

    // Open addressing; 0 marks a free place, because terminals are not looked up.
    private int[] table = new int[Smallest * 2];

    public DiagramNodes() => Clear();

    public int Count { get; private set; }

    public int Capacity => variables.Length;

    public int VariableOf(int node) => variables[node];

    public int Down(int node) => downs[node];

    public int Up(int node) => ups[node];

    public void Clear()
    {
        Array.Clear(table);
        Count = 2;
        variables[0] = variables[1] = int.MaxValue;
    }

    public int Of(int variable, int down, int up)
    {
        if (down == up) return down;
        int place = Place(variable, down, up);
        if (table[place] != 0) return table[place];
        if (Count == Capacity)
        {
            Grow();
            place = Place(variable, down, up);
        }

        (variables[Count], downs[Count], ups[Count]) = (variable, down, up);
        return table[place] = Count++;
    }

    private int Place(int variable, int down, int up)
    {
        int place = Hash(variable, down, up) & (table.Length - 1);
        while (table[place] is var node and not 0 && (variables[node] != variable || downs[node] != down || ups[node] != up))
            place = (place + 1) & (table.Length - 1);
        return place;
    }

    private void Grow()
    {
        Array.Resize(ref variables, Capacity * 2);
        Array.Resize(ref downs, downs.Length * 2);
        Array.Resize(ref ups, ups.Length * 2);
        table = new int[table.Length * 2];
        for (int node = 2; node < Count; node++) table[Place(variables[node], downs[node], ups[node])] = node;
    }

    private static int Hash(int variable, int down, int up)
    {
        unchecked
        {
            uint hash = ((uint)variable * 0x9E3779B1u) ^ ((uint)down * 0x85EBCA77u) ^ ((uint)up * 0xC2B2AE3Du);
            return (int)(hash ^ (hash >> 15));
        }
    }
}
