using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace SloFunctions.LocalHost.Discovery;

/// <summary>A method marked as a function.</summary>
/// <param name="Name">The function's name; letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Method">The method to call.</param>
/// <param name="TriggerParameter">The parameter that carries the trigger.</param>
/// <param name="Trigger">What starts the function.</param>
internal sealed record FunctionMethod(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";
}
