namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>The app may not read the cluster, or not all of it. The message says what to grant or to put right.</summary>
/// <param name="message">The message, in one line.</param>
/// <param name="cause">What was seen; null when the server said so.</param>
internal sealed class KubernetesAccessException(string message, Exception? cause = null) : Exception(message, cause);
