namespace SloFunctions.Application.Alerts;

/// <summary>An export as it goes out.</summary>
/// <param name="Yaml">The document, UTF-8.</param>
/// <param name="ETag">A strong entity tag with its quotes: the same for the same bytes, another for others.</param>
/// <param name="FileName">The name to save it under: letters, digits, hyphens and dots.</param>
public sealed record ExportedDocument(ReadOnlyMemory<byte> Yaml, string ETag, string FileName);
