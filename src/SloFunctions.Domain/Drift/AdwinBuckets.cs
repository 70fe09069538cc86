namespace SloFunctions.Domain.Drift;

/// <summary>
/// The window of ADWIN in buckets of 1, 2, 4, … values, the oldest largest: its sum and its squared deviations in memory that
/// does not grow with it.
/// </summary>
internal sealed class AdwinBuckets(int maxBuckets)
{
    // Enough for 2⁴⁰ values.
    private const int Rows = 40;

    private readonly int capacity = maxBuckets + 1;
    private readonly int[] counts = new int[Rows];
    private readonly double[] sums = new double[Rows * (maxBuckets + 1)];
    private readonly double[] squares = new double[Rows * (maxBuckets + 1)];

    public long Width { get; private set; }

    public double Sum { get; private set; }

    public double Squares { get; private set; }

    public int LastRow { get; private set; }

    public int Count(int row) => counts[row];

    public double SumOf(int row, int bucket) => sums[(row * capacity) + bucket];

    public void Add(double value)
    {
        if (Width > 0)
        {
            double distance = value - (Sum / Width);
            Squares += Width * distance * distance / (Width + 1);
        }

        Width++;
        Sum += value;
        Append(0, value, 0);
        for (int row = 0; counts[row] == capacity; row++) Merge(row);
    }

    public void RemoveOldest()
    {
        double size = 1L << LastRow;
        double sum = sums[LastRow * capacity], own = squares[LastRow * capacity];
        Width -= 1L << LastRow;
        Sum -= sum;
        double distance = (sum / size) - (Sum / Width);
        Squares -= own + (size * Width * distance * distance / (size + Width));
        Drop(LastRow, 1);
        while (LastRow > 0 && counts[LastRow] == 0) LastRow--;
    }

    public void Clear()
    {
        Array.Clear(counts);
        Width = 0;
        Sum = Squares = 0;
        LastRow = 0;
    }

    private void Merge(int row)
    {
        int first = row * capacity;
        double size = 1L << row;
        double distance = (sums[first] - sums[first + 1]) / size;
        Append(row + 1, sums[first] + sums[first + 1], squares[first] + squares[first + 1] + (size / 2 * distance * distance));
        Drop(row, 2);
        LastRow = Math.Max(LastRow, row + 1);
    }

    private void Append(int row, double sum, double own)
    {
        int place = (row * capacity) + counts[row]++;
        sums[place] = sum;
        squares[place] = own;
    }

    private void Drop(int row, int buckets)
    {
        int first = row * capacity, kept = counts[row] -= buckets;
        sums.AsSpan(first + buckets, kept).CopyTo(sums.AsSpan(first));
        squares.AsSpan(first + buckets, kept).CopyTo(squares.AsSpan(first));
    }
}
