namespace SloFunctions.Benchmarks.Scale;

/// <summary>What is paid, US dollars: list prices of East US as published in 2026. They change; what is said with them is an order of size.</summary>
public static class PriceList
{
    /// <summary>A GB-second of an instance on demand.</summary>
    public const double GigabyteSecond = 0.000026;

    /// <summary>A million executions.</summary>
    public const double MillionExecutions = 0.40;

    /// <summary>Ten thousand operations of the storage account that Durable Functions works with.</summary>
    public const double TenThousandStorageOperations = 0.0004;

    // A message in, a message out, two rows of history, a lease now and then.
    private const double StorageOperationsAnActivity = 12;

    /// <summary>What a run costs beside the database.</summary>
    /// <param name="instances">Instances.</param>
    /// <param name="gigabytes">Memory of each.</param>
    /// <param name="forecast">The run.</param>
    public static double OfRun(int instances, double gigabytes, RunForecast forecast) =>
        (instances * gigabytes * forecast.Seconds * GigabyteSecond)
        + (forecast.Activities * 1.5 / 1e6 * MillionExecutions)
        + (forecast.Activities * StorageOperationsAnActivity / 1e4 * TenThousandStorageOperations);
}
