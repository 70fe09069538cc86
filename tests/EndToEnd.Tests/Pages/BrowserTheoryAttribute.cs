namespace EndToEnd.Tests.Pages;

/// <summary>A theory that needs a browser; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public BrowserTheoryAttribute() => Skip = Browser.IsThere ? null : "There is no Chromium on this machine; tools/servers/fetch.sh chromium fetches it.";
}
