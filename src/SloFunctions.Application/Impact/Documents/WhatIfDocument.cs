using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Impact.Documents;

/// <summary>What changes would do.</summary>
/// <param name="AnalysisId">The id of this analysis.</param>
/// <param name="Window">The time that the availabilities rest on.</param>
/// <param name="Changes">What each change does, in their order.</param>
/// <param name="Services">The services that are affected, or asked for; largest change first.</param>
/// <param name="NewCycles">The circular dependencies that would come into being.</param>
/// <param name="Summary">The same in short.</param>
public sealed record WhatIfDocument(
    Guid AnalysisId,
    WindowDocument Window,
    IReadOnlyList<AppliedChangeDocument> Changes,
    IReadOnlyList<WhatIfServiceDocument> Services,
    IReadOnlyList<WhatIfCycleDocument> NewCycles,
    WhatIfSummaryDocument Summary);
