namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>Names that a service may have and a metric may not, some of which look alike without what a metric may not hold.</summary>
internal static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "a.b/c", "{{ .Value }} $labels", "ünï-cødé 服务 🚀", "a-b-c", "a_b_c", "a.b.c", "a b c", "A-b-c", "9lives", "-", "_", "\"quoted\" 'too' \\ `", "# no comment",
        "a: b", "%{x}", "{service=\"x\"}", "[5m] or vector(1)", "- name", "null", "~", new string('é', 255), new string('x', 255), new string('.', 254) + "x",
    ];
}
