using System.Linq.Expressions;
using System.Reflection;
using SloFunctions.LocalHost.Discovery;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>A function made ready to be invoked.</summary>
internal sealed class HostedFunction
{
    private readonly FunctionCall call;

    /// <param name="method">The function's method.</param>
    /// <param name="triggerType">The trigger's kind, such as <c>httpTrigger</c>.</param>
    /// <param name="bind">Reads a parameter that the trigger's kind knows about from the context; null when it does not.</param>
    /// <exception cref="LocalHostException">A parameter can be read from nowhere.</exception>
    public HostedFunction(FunctionMethod method, string triggerType, Func<ParameterInfo, Expression, Expression?>? bind = null)
    {
        Method = method;
        Definition = new LocalFunctionDefinition(method, triggerType);
        call = new FunctionCall(method, bind ?? ((_, _) => null));
    }

    public string Name => Method.Name;

    public FunctionMethod Method { get; }

    public LocalFunctionDefinition Definition { get; }

    /// <summary>Calls the method, without middleware.</summary>
    public ValueTask<object?> CallAsync(LocalFunctionContext context) => call.InvokeAsync(context);
}
