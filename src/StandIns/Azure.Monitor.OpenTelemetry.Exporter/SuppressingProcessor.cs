using System.Diagnostics;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Takes spans and sends them nowhere.</summary>
internal sealed class SuppressingProcessor : BaseProcessor<Activity>;
