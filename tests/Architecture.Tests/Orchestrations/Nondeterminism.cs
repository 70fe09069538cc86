using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>What would be otherwise when an orchestrator is run again from its history.</summary>
internal static class Nondeterminism
{
    // What the compiler makes of "yield return" asks for it, to find out whether it is enumerated twice.
    private const string ThreadId = "System.Environment.get_CurrentManagedThreadId";

    private static readonly string[] Namespaces =
    [
        "Npgsql", "System.Net", "System.IO", "System.Data", "System.Timers", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration",
        "SloFunctions.Infrastructure",
    ];

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Random", "System.TimeProvider", "System.TimeZoneInfo", "System.Environment", "System.Console", "System.IServiceProvider", "System.HashCode", "System.Activator",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Diagnostics.Activity", "System.Diagnostics.ActivitySource",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Threading.SemaphoreSlim",
        "System.Threading.Monitor", "System.Threading.Lock",
        "System.Threading.Tasks.Parallel", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.TaskScheduler",
    };

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTime.ToLocalTime",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.ToLocalTime",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.String.GetHashCode",
        "System.Threading.CancellationTokenSource.CancelAfter", "System.Threading.CancellationTokenSource.CancelAsync",
    };

    private static readonly HashSet<string> OfTasks = new(StringComparer.Ordinal)
    {
        "Run", "Delay", "Yield", "ConfigureAwait", "ContinueWith", "Wait", "WaitAll", "WaitAny", "WaitAsync", "Start", "get_Factory",
    };

    /// <summary>The names of what a method uses though no orchestrator may.</summary>
    public static IEnumerable<string> In(MethodBase method, IEnumerable<Instruction> code) =>
        code.Select(Of).OfType<string>().Where(name => name != ThreadId || !typeof(IEnumerable).IsAssignableFrom(method.DeclaringType));

    private static string? Of(Instruction instruction) => instruction.Operand switch
    {
        MethodBase method => Of(method),
        FieldInfo { IsStatic: true, IsInitOnly: false, IsLiteral: false } field when !IsTheCompilers(field) => $"{Name(field)} (static, and can change)",
        FieldInfo field when IsBanned(field.DeclaringType!) => Name(field),
        _ => null,
    };

    private static string? Of(MethodBase method)
    {
        var type = method.DeclaringType!;
        return IsBanned(type) || Members.Contains(Name(method)) || (IsTask(type) && OfTasks.Contains(method.Name)) || IsTimed(method) ? Name(method) : null;
    }

    private static bool IsBanned(Type type) =>
        Types.Contains(type.FullName ?? "") || Namespaces.Any(name => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true);

    private static bool IsTask(Type type) => type.Namespace == "System.Threading.Tasks" && type.Name.Split('`')[0] is "Task" or "ValueTask";

    // Made with a time, it ends by a clock.
    private static bool IsTimed(MethodBase method) =>
        method is { IsConstructor: true, DeclaringType.FullName: "System.Threading.CancellationTokenSource" } && method.GetParameters().Length > 0;

    // Lambdas that need nothing are made once and kept.
    private static bool IsTheCompilers(FieldInfo field) =>
        field.Name.StartsWith('<') || field.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.FullName?.Split('[')[0]}.{member.Name}";
}
