package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine that an operator may want to change.
 *
 * @param retryCycle when a failed job is tried again, as a list of ISO 8601 durations; after the
 *     last one an incident waits for an administrator
 * @param historyCleanupStart start of the daily window in which expired history is deleted, with
 *     zone offset
 * @param historyCleanupEnd end of that window
 */
@ConfigurationProperties("rede-info.workflow")
record WorkflowProperties(
    @DefaultValue("PT30S,PT2M,PT10M,PT1H") String retryCycle,
    @DefaultValue("02:00-0300") String historyCleanupStart,
    @DefaultValue("05:00-0300") String historyCleanupEnd) {}
