package agentsettings.management.jobs;

import agentsettings.core.apps.Actor;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.jobs.Jobs.Receipt;
import agentsettings.core.requests.Idempotency;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.AfterWrite;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What imports and bulk changes have in common: how their jobs are made, shown and cancelled. Safe for use by many threads.
 *
 * @param kinds of the jobs
 * @param path of the jobs below that of the tenant space
 */
record JobRecords(Jobs jobs, JobWorker worker, InstantSource clock, Set<Job.Kind> kinds, String path) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BITS = 40;

    /** A new job of the request's key, to which its input is to be added. */
    Job add(ApiRequest request, Job.Kind kind, JobOptions options) {
        Job job = new Job(
                new JobKey(request.required("tenantId"), newId()),
                kind,
                options.text(),
                new Actor(Actor.Kind.MANAGEMENT_KEY, request.key().id()),
                0,
                clock.instant(),
                null,
                null,
                JobProgress.begin(State.RECEIVING),
                null);
        jobs.add(job);
        return job;
    }

    /** Ids rise with time, so that the newest job has the highest. */
    private String newId() {
        String time = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
        String random = Long.toString(RANDOM.nextLong(1L << RANDOM_BITS), Character.MAX_RADIX);
        return String.format(Locale.ROOT, "%9s%8s", time, random).replace(' ', '0');
    }

    /**
     * Hands the job to the worker, and responds with it, or with the one that the request has made when it was first sent.
     *
     * @throws ProblemException if the idempotency key was used for another request
     */
    ApiResponse start(Job job, long inputBytes, Optional<Idempotency> idempotency) {
        Receipt receipt = jobs.received(job, inputBytes, idempotency);
        JobKey key = switch (receipt) {
            case Receipt.Accepted() -> job.key();
            case Receipt.Repeated(JobKey first) -> first;
            case Receipt.KeyReused() -> throw ProblemException.idempotencyKeyReused();
        };
        worker.wake();
        Job started = AfterWrite.read(() -> jobs.find(key))
                .orElseThrow(() -> NotFound.of("The job was made, and is no longer kept."));
        return ApiResponse.accepted(
                JobJson.of(started, clock.instant()), "/api/v1/tenants/" + key.tenantId() + path + key.id());
    }

    /** Removes a job that could not be started for this reason, unless it was; as far as the storage permits. */
    void drop(Job job, Throwable reason) {
        try {
            if (jobs.find(job.key()).isEmpty()) {
                jobs.remove(job.key());
            }
        } catch (RuntimeException left) { // it is removed after a day
            reason.addSuppressed(left);
        }
    }

    ApiResponse list(ApiRequest request) {
        Instant now = clock.instant();
        return PageRequest.of(request)
                .response(
                        (after, limit) -> jobs.list(request.required("tenantId"), kinds, after, limit),
                        job -> JobJson.of(job, now),
                        () -> 0);
    }

    /** The job that the request names. */
    Job find(ApiRequest request) {
        return jobs.find(new JobKey(request.required("tenantId"), request.required("jobId")))
                .filter(job -> kinds.contains(job.kind()))
                .orElseThrow(() -> NotFound.of("There is no such job, or it is no longer kept."));
    }

    ApiResponse get(ApiRequest request) {
        return ApiResponse.ok(JobJson.of(find(request), clock.instant()));
    }

    /** A job that is over stays as it is. One that was cancelled may be cancelled again, for a repeated request. */
    ApiResponse cancel(ApiRequest request) {
        Job job = find(request);
        boolean cancelled = jobs.cancel(job.key(), clock.instant());
        Job now = AfterWrite.read(() -> {
            if (cancelled && job.kind() != Job.Kind.CHANGE_SETTINGS) {
                jobs.removeInput(job.key());
            }
            return find(request);
        });
        if (now.progress().state() != State.CANCELLED) {
            String state = now.progress().state() == State.DONE ? " is done" : " has failed";
            throw new ProblemException(
                    ProblemType.WRONG_STATE, "Job " + now.key().id() + state + " already; nothing was cancelled.");
        }
        return ApiResponse.ok(JobJson.of(now, clock.instant()));
    }

    ApiResponse faults(ApiRequest request) {
        Job job = find(request);
        return PageRequest.of(request)
                .response(
                        (after, limit) -> jobs.faults(job.key(), after, limit),
                        JobJson::of,
                        () -> job.progress().rowsFaulty());
    }
}
