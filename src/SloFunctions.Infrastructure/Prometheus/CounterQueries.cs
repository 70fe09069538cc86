namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The queries for what one counter gained by the hour.</summary>
/// <param name="increase">How gains are asked for.</param>
/// <param name="select">The selector for the services named, or for all.</param>
/// <param name="serviceLabel">The label that names the service.</param>
/// <param name="label">The other label to sum by.</param>
public sealed class CounterQueries(
    CounterIncrease increase, Func<IReadOnlyCollection<string>?, string> select, string serviceLabel, string label)
{
    /// <summary>The cheap query; wrong for the services that <see cref="Unsteady"/> names.</summary>
    public string Steady(IReadOnlyCollection<string>? only) => increase.Steady(select(only), serviceLabel, label);

    /// <summary>The services with series that began or restarted.</summary>
    public string Unsteady(IReadOnlyCollection<string>? only) => increase.Unsteady(select(only), serviceLabel);

    /// <summary>The query that is right for all services.</summary>
    public string Exact(IReadOnlyCollection<string>? only) => increase.Of(select(only), serviceLabel, label);

    /// <summary>The services whose instances do not all have the same values of the other label.</summary>
    public string Uneven(IReadOnlyCollection<string>? only) => increase.Uneven(select(only), serviceLabel, label);

    /// <summary>The number of series for each value of the other label.</summary>
    public string Series(IReadOnlyCollection<string>? only) => increase.Series(select(only), serviceLabel, label);
}
