namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>An orchestrator did not do again what its history says it did, or waits for something that no history can hold.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
