namespace SloFunctions.Infrastructure.Webhooks;

/// <summary>A receiver's name stands for no address that may be reached.</summary>
public sealed class AddressRefusedException() : IOException("The name stands for no address of the public internet.");
