package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When attendance is taken, and how much of a list is read.
 *
 * @param opensBefore how long before the event people may be marked present or check in
 * @param checkInAfter how long after the end people may still check in
 * @param codeStep how long a code to check in is shown; it holds for one more step
 * @param arrival how long after a code was read the check-in may be confirmed, signing in included
 * @param maxLines of a list, below its header
 * @param maxUnpacked of everything inside a workbook
 * @param keepList how long a list that is not confirmed is kept
 */
@ConfigurationProperties("rede-info.attendance")
record AttendanceProperties(
    @DefaultValue("30m") Duration opensBefore,
    @DefaultValue("30m") Duration checkInAfter,
    @DefaultValue("30s") Duration codeStep,
    @DefaultValue("10m") Duration arrival,
    @DefaultValue("10000") int maxLines,
    @DefaultValue("32MB") DataSize maxUnpacked,
    @DefaultValue("48h") Duration keepList) {}
