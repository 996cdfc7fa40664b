package io.playledger.web.problem;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the writer of problems. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemWriter.class)
class ProblemConfiguration {}
