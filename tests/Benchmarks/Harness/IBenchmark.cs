namespace SloFunctions.Benchmarks.Harness;

/// <summary>One benchmark.</summary>
public interface IBenchmark
{
    /// <summary>Its name on the command line and of its result file.</summary>
    string Name { get; }

    /// <summary>What it does, in a line.</summary>
    string Description { get; }

    /// <summary>Runs it.</summary>
    Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation);
}
