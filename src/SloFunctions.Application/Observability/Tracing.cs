using System.Diagnostics;

namespace SloFunctions.Application.Observability;

/// <summary>Where the app's spans come from. While nobody listens a span is null, and asking for one costs next to nothing.</summary>
public static class Tracing
{
    /// <summary>The name to subscribe to.</summary>
    public const string SourceName = "SloFunctions";

    /// <summary>Starts spans.</summary>
    public static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a use case.</summary>
    /// <param name="useCase">Its name; never a value from outside.</param>
    /// <param name="service">The service it is about, if it is about one.</param>
    public static Activity? Begin(string useCase, string? service = null)
    {
        var span = Source.StartActivity(useCase);
        if (service is not null) span?.SetTag("slo.service_id", service);
        return span;
    }

    /// <summary>Marks a span as failed by the kind of failure; what its message says may be anybody's data.</summary>
    public static void Fail(this Activity? span, string kind) => span?.SetStatus(ActivityStatusCode.Error, kind);
}
