namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>A resource or a module of a file.</summary>
/// <param name="Symbol">Its name in the file.</param>
/// <param name="Target">The type of the resource, or the file of the module.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Token">The index of its first piece.</param>
internal sealed record BicepReference(string Symbol, string Target, int Line, int Token);
