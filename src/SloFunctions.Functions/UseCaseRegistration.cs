using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Audit;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Dashboards;
using SloFunctions.Application.Drift;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Health;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Telemetry;
using SloFunctions.Application.Violations;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Functions;

/// <summary>Registers the use cases with their policies.</summary>
internal static class UseCaseRegistration
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton(provider => Policy<AggregationPolicy>(provider, "Aggregation"));
        services.AddSingleton(provider => Policy<RetentionPolicy>(provider, "Retention"));
        services.AddSingleton(provider => Policy<GraphPolicy>(provider, "Graph"));
        services.AddSingleton(provider => Policy<RecommendationPolicy>(provider, "Recommendations"));
        services.AddSingleton(provider => Policy<AccessPolicy>(provider, "Access"));
        services.AddSingleton(provider => Policy<DriftRunPolicy>(provider, "Drift"));
        services.AddSingleton(provider => Policy<MaintenancePolicy>(provider, "Maintenance"));
        services.AddSingleton(provider => Policy<AlertPolicy>(provider, "Alerts"));
        return services
            .AddSingleton<VerifyApiKey>()
            .AddSingleton<ManageApiKeys>()
            .AddSingleton<IngestGraph>()
            .AddSingleton<GetIngestion>()
            .AddSingleton<AgeGraph>()
            .AddSingleton<GetDivergence>()
            .AddSingleton<HandleCycles>()
            .AddSingleton<SubmitGraph>()
            .AddSingleton<StoreGraphSubmission>()
            .AddSingleton<GiveUpGraphSubmission>()
            .AddSingleton<ResumeGraphIngestions>()
            .AddSingleton<GraphDeadLetters>()
            .AddSingleton<ReceiveGraphEvents>()
            .AddSingleton<DiscoverGraph>()
            .AddSingleton<GetDependencies>()
            .AddSingleton<ListServices>()
            .AddSingleton<StartAlone>()
            .AddSingleton<ForgetOrchestrations>()
            .AddSingleton<PlanAggregation>()
            .AddSingleton<StoreDay>()
            .AddSingleton<AdvanceCounts>()
            .AddSingleton<FinishHistories>()
            .AddSingleton<BackFillGaps>()
            .AddSingleton<PlanIndicators>()
            .AddSingleton<ComputeWindow>()
            .AddSingleton<CompleteAggregation>()
            .AddSingleton<ApplyRetention>()
            .AddSingleton<TelemetryInstruments>()
            .AddSingleton<GraphInstruments>()
            .AddSingleton<RecommendationInstruments>()
            .AddSingleton<RecommendationJournal>()
            .AddSingleton<ReadPlatformFigures>()
            .AddSingleton<ReadSloFigures>()
            .AddSingleton<FitFleetPrior>()
            .AddSingleton<KeepFleetEvidence>()
            .AddSingleton<ReadJourneyLatency>()
            .AddSingleton<ReplayRecommendation>()
            .AddSingleton<GenerateRecommendations>()
            .AddSingleton<VersionWatch>()
            .AddSingleton<RecommendationCache>()
            .AddSingleton<SharedGenerations>()
            .AddSingleton<GetRecommendations>()
            .AddSingleton<ReadServiceAvailabilities>()
            .AddSingleton<AnalyseImpact>()
            .AddSingleton<AskWhatIf>()
            .AddSingleton<FindFeasibility>()
            .AddSingleton<ReportBreachRate>()
            .AddSingleton<PredictManualTargets>()
            .AddSingleton<ReportShadow>()
            .AddSingleton<LifecycleInstruments>()
            .AddSingleton<DecideSlo>()
            .AddSingleton<AcceptRecommendation>()
            .AddSingleton<GetServiceSlo>()
            .AddSingleton<ExportAlerts>()
            .AddSingleton<ExpireRecommendations>()
            .AddSingleton<GetSloHistory>()
            .AddSingleton<VerifyAuditLog>()
            .AddSingleton<AuditInstruments>()
            .AddSingleton<AnchorAuditHeads>()
            .AddSingleton<ManageRules>()
            .AddSingleton<PreviewRule>()
            .AddSingleton<ApproveAutomatically>()
            .AddSingleton<DashboardCache>()
            .AddSingleton<ShowDashboards>()
            .AddSingleton<RefreshDashboards>()
            .AddSingleton<DriftInstruments>()
            .AddSingleton<JudgeServices>()
            .AddSingleton<LearnBaselines>()
            .AddSingleton<ReevaluateServices>()
            .AddSingleton<PlanDriftSweep>()
            .AddSingleton<JudgePartition>()
            .AddSingleton<CompleteDriftSweep>()
            .AddSingleton<GetServiceDrift>()
            .AddSingleton<LiveRequests>()
            .AddSingleton<ShowErrorBudget>()
            .AddSingleton<CheckDeployGate>()
            .AddSingleton<ManageErrorBudgetPolicy>()
            .AddSingleton<NotificationInstruments>()
            .AddSingleton<ManageNotificationTargets>()
            .AddSingleton<DeliverNotifications>()
            .AddSingleton<ManageMaintenanceWindows>()
            .AddSingleton<MeasureMaintenance>()
            .AddSingleton<RecordViolations>()
            .AddSingleton<BulkRunInstruments>()
            .AddSingleton<StartBulkRun>()
            .AddSingleton<GetBulkRun>()
            .AddSingleton<CancelBulkRun>()
            .AddSingleton<PlanBulkRun>()
            .AddSingleton<RecommendServices>()
            .AddSingleton<CloseBulkRun>()
            .AddSingleton<TendBulkRuns>()
            .AddSingleton<CheckReadiness>();
    }

    private static T Policy<T>(IServiceProvider provider, string section)
        where T : class, new() =>
        provider.GetRequiredService<IConfiguration>().Bind<T>(section);
}
