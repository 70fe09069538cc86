namespace SloFunctions.Infrastructure.Postgres.Inspection;

/// <summary>What a table takes up, its partitions included.</summary>
/// <param name="Name">Its name with its schema.</param>
/// <param name="Partitions">How many partitions hold its rows; 0 for a table without any.</param>
/// <param name="Rows">Rows, as the planner estimates them.</param>
/// <param name="HeapBytes">Bytes of the rows themselves.</param>
/// <param name="IndexBytes">Bytes of its indexes.</param>
/// <param name="ToastBytes">Bytes of long values that are kept beside the rows, their index included.</param>
/// <param name="TotalBytes">All of it, with the maps of free and visible space.</param>
public sealed record TableSize(string Name, int Partitions, long Rows, long HeapBytes, long IndexBytes, long ToastBytes, long TotalBytes);
