package io.asktrail.orchestrator;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.guardrails.question.QuestionGuard;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.orchestrator.answering.AnswerCache;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.AnswerTags;
import io.asktrail.orchestrator.answering.Composing;
import io.asktrail.orchestrator.answering.DiagnosisRunner;
import io.asktrail.orchestrator.answering.HelpDesk;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.answering.TaskRunner;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.approvals.ApprovalStore;
import io.asktrail.orchestrator.approvals.Approvals;
import io.asktrail.orchestrator.asking.Admission;
import io.asktrail.orchestrator.asking.AnswerStreams;
import io.asktrail.orchestrator.asking.Asking;
import io.asktrail.orchestrator.asking.FullHouseFilter;
import io.asktrail.orchestrator.asking.QuestionDoor;
import io.asktrail.orchestrator.asking.QuestionLog;
import io.asktrail.orchestrator.audit.AuditLog;
import io.asktrail.orchestrator.claims.ClaimStore;
import io.asktrail.orchestrator.conversation.Conversations;
import io.asktrail.orchestrator.diagnosis.AnomalyStates;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.diagnosis.DiagnosisBudget;
import io.asktrail.orchestrator.diagnosis.FirstLooks;
import io.asktrail.orchestrator.document.PublicApiDocument;
import io.asktrail.orchestrator.document.RecordSchemas;
import io.asktrail.orchestrator.drift.DriftProperties;
import io.asktrail.orchestrator.drift.DriftWatch;
import io.asktrail.orchestrator.drift.ValueSnapshots;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.execution.StepCaller;
import io.asktrail.orchestrator.execution.StepCalls;
import io.asktrail.orchestrator.exports.Exports;
import io.asktrail.orchestrator.exports.TaskReading;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.replay.Replays;
import io.asktrail.orchestrator.runs.AttachedRuns;
import io.asktrail.orchestrator.runs.RunFollower;
import io.asktrail.orchestrator.runs.RunStore;
import io.asktrail.orchestrator.runs.Runs;
import io.asktrail.orchestrator.state.StateAdvice;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.StateProperties;
import io.asktrail.orchestrator.tools.Backoff;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.orchestrator.tools.KeptResults;
import io.asktrail.orchestrator.tools.OpenBreakers;
import io.asktrail.orchestrator.tools.PolledDataVersions;
import io.asktrail.orchestrator.tools.RetryBudget;
import io.asktrail.orchestrator.tools.SharedOpenBreakers;
import io.asktrail.orchestrator.tools.SharedQuotas;
import io.asktrail.orchestrator.tools.SharedResults;
import io.asktrail.orchestrator.tools.SharedResultsInPostgres;
import io.asktrail.orchestrator.tools.ToolBreakers;
import io.asktrail.orchestrator.tools.ToolCalls;
import io.asktrail.orchestrator.tools.ToolPlaces;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import io.asktrail.service.tracing.Spans;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everything of the orchestrator, in the order in which a question meets it. */
@AutoConfiguration
@PropertySource("classpath:asktrail-orchestrator.properties")
@EnableConfigurationProperties({OrchestratorProperties.class, StateProperties.class, DriftProperties.class})
@Import(KeptConfiguration.class)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
public class OrchestratorAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(Environment environment) {
        return LiveRegistry.open(RegistryLocation.of(
                environment.getProperty("asktrail.registry"), environment.getProperty("asktrail.workspace", "demo")));
    }

    @Bean
    @ConditionalOnMissingBean
    StateDatabase stateDatabase(StateProperties properties) {
        return new StateDatabase(properties);
    }

    @Bean
    StateAdvice stateAdvice() {
        return new StateAdvice();
    }

    @Bean
    Conversations conversations(StateDatabase state, JsonMapper json) {
        return new Conversations(state, json);
    }

    @Bean
    ClaimStore claimStore(StateDatabase state) {
        return new ClaimStore(state);
    }

    @Bean
    AnswerStore answerStore(StateDatabase state, JsonMapper json, RightsPrints rights) {
        return new AnswerStore(state, json, rights);
    }

    @Bean
    TaskResolver taskResolver(Clock clock) {
        return new TaskResolver(clock);
    }

    @Bean
    Planning planning(PlannerAgent planner, AdsAgent ads, SalesAgent sales, Spans spans) {
        return new Planning(Observed.planner(planner, spans), new PlanGuard(), List.of(ads, sales));
    }

    @Bean
    FirstLooks firstLooks(PlaybookAgent playbooks, Planning planning, Spans spans) {
        return new FirstLooks(Observed.playbooks(playbooks, spans), planning);
    }

    @Bean
    SharedOpenBreakers openBreakers(StateDatabase state, Clock clock) {
        return new SharedOpenBreakers(state.jdbc(), clock);
    }

    @Bean
    ToolBreakers toolBreakers(OpenBreakers others, OrchestratorProperties properties, Clock clock) {
        return new ToolBreakers(properties.tools().leftAlone(), others, clock);
    }

    @Bean
    ToolCalls toolCalls(StateDatabase state, ToolBreakers breakers, OrchestratorProperties properties, Clock clock) {
        var limits = properties.tools();
        return new ToolCalls(
                new SharedQuotas(state.dataSource(), clock),
                breakers,
                new ToolPlaces(limits.places(), limits.patience()),
                new RetryBudget(limits.retryShare()),
                new Backoff(limits.firstPause(), limits.longestPause(), RandomGenerator.getDefault()),
                clock);
    }

    @Bean
    DataVersions dataVersions(AdsAgent ads, SalesAgent sales, Clock clock) {
        return new PolledDataVersions(Map.of(Agent.ADS, ads, Agent.SALES, sales), clock);
    }

    @Bean
    StepCalls stepCalls(
            AdsAgent ads,
            SalesAgent sales,
            ComputeAgent compute,
            ToolCalls tools,
            DataVersions versions,
            StateDatabase state,
            OrchestratorProperties properties,
            JsonMapper json,
            Clock clock) {
        var shared =
                properties.sharedResults() ? new SharedResultsInPostgres(state.jdbc(), json) : SharedResults.none();
        return new StepCalls(
                new StepCaller(ads, sales, compute),
                tools,
                new KeptResults(properties.cacheCells(), shared, clock),
                versions,
                json);
    }

    @Bean
    PlanRunner planRunner(StepCalls steps, Spans spans, Clock clock) {
        return new PlanRunner(steps, spans, clock);
    }

    @Bean
    Composing composing(ComposerAgent composer, Spans spans) {
        return new Composing(Observed.composer(composer, spans), new DraftGuard());
    }

    @Bean
    TaskRunner taskRunner(Planning planning, PlanRunner runner, Composing composing) {
        return new TaskRunner(planning, runner, composing);
    }

    @Bean
    DiagnosisRunner diagnosisRunner(
            PlaybookAgent playbooks,
            InsightsAgent insights,
            Planning planning,
            PlanRunner runner,
            Composing composing,
            AnomalyStates anomalies,
            OrchestratorProperties properties,
            Spans spans,
            Clock clock) {
        var limits = properties.diagnosis();
        var budget = new DiagnosisBudget(limits.rounds(), limits.steps(), limits.time(), limits.reserve());
        return new DiagnosisRunner(
                new Diagnosing(Observed.playbooks(playbooks, spans), planning, runner, budget, clock),
                Observed.insights(insights, spans),
                composing,
                anomalies);
    }

    @Bean
    AnomalyStates anomalyStates(StateDatabase state, JsonMapper json, Clock clock) {
        return new AnomalyStates(state, json, clock);
    }

    @Bean
    Tasks tasks(
            TaskRunner runner,
            DiagnosisRunner diagnoses,
            ComposerAgent composer,
            AdsAgent ads,
            SalesAgent sales,
            DataVersions versions,
            RightsPrints rights,
            AnswerTags tags,
            OrchestratorProperties properties,
            Clock clock) {
        return new Tasks(
                runner,
                diagnoses,
                new HelpDesk(composer, ads, sales),
                new AnswerCache(properties.cacheFor(), properties.cacheEntries(), clock),
                versions,
                rights,
                tags,
                properties.partialAnswers());
    }

    @Bean
    Admission admission(OrchestratorProperties properties) {
        var door = properties.door();
        return new Admission(door.places(), door.patience(), door.processorWait());
    }

    /** Before the login of a gateway in this process. */
    @Bean
    FilterRegistrationBean<FullHouseFilter> fullHouse(Admission admission) {
        var registration = new FilterRegistrationBean<>(new FullHouseFilter(admission));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Asking asking(
            CurrentRegistry registries,
            Admission admission,
            RouterAgent router,
            Conversations conversations,
            TaskResolver resolver,
            Tasks tasks,
            Exports exports,
            AttachedRuns runs,
            AuditLog audit,
            Spans spans) {
        return new Asking(
                registries,
                admission,
                new QuestionDoor(new QuestionGuard()),
                Observed.router(router, spans),
                conversations,
                resolver,
                tasks,
                exports,
                runs,
                new QuestionLog(),
                audit);
    }

    @Bean
    Approvals approvals(
            StateDatabase state,
            CurrentRegistry registries,
            OrchestratorProperties properties,
            JsonMapper json,
            Clock clock) {
        var limits = properties.exports();
        var store = new ApprovalStore(state, json, clock);
        return new Approvals(store, registries, json, limits.openFor(), limits.approvedFor(), clock);
    }

    @Bean
    Exports exports(
            AnswerStore answers,
            FilesAgent files,
            ComposerAgent composer,
            Approvals approvals,
            CurrentRegistry registries,
            OrchestratorProperties properties,
            Spans spans,
            Clock clock) {
        return new Exports(
                answers,
                Observed.files(files, spans),
                Observed.composer(composer, spans),
                approvals,
                registries,
                properties.exports().longest(),
                clock);
    }

    @Bean
    TaskReading taskReading(TaskResolver resolver, CurrentRegistry registries) {
        return new TaskReading(resolver, registries);
    }

    @Bean
    Replays replays(AnswerStore answers, Tasks tasks, Asking asking, CurrentRegistry registries, Clock clock) {
        return new Replays(answers, tasks, asking, registries, clock);
    }

    @Bean
    RunStore runStore(StateDatabase state, AnswerStore answers, OrchestratorProperties properties, JsonMapper json) {
        var owner = UUID.randomUUID().toString();
        return new RunStore(state, answers, json, owner, properties.runs().lease());
    }

    @Bean
    AttachedRuns attachedRuns(RunStore store, AnswerStore answers) {
        return new AttachedRuns(store, answers);
    }

    @Bean
    Runs runs(
            RunStore store,
            AnswerStore answers,
            Asking asking,
            OrchestratorProperties properties,
            JsonMapper json,
            Clock clock) {
        var limits = properties.runs();
        return new Runs(store, answers, asking, json, limits.longest(), limits.most(), limits.watchEvery(), clock);
    }

    @Bean
    RunFollower runFollower(Runs runs, AnswerStore answers, OrchestratorProperties properties) {
        return new RunFollower(runs, answers, properties.runs().longest());
    }

    @Bean
    AnswerStreams answerStreams(Clock clock) {
        return new AnswerStreams(clock);
    }

    @Bean(initMethod = "start")
    DriftWatch driftWatch(
            CurrentRegistry registries,
            AdsAgent ads,
            SalesAgent sales,
            StateDatabase state,
            DriftProperties properties,
            Clock clock) {
        return new DriftWatch(
                registries, Map.of("ads", ads, "sales", sales), new ValueSnapshots(state, clock), properties, clock);
    }

    @Bean
    PublicApiDocument publicApiDocument() {
        return new PublicApiDocument();
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }
}
