# Turns run's lines "round operation answers not200 faults micros p50 p99 cpu_micros" into a table of medians [least..most].
# Ratios are taken within each round. Round 0 was for warming up.
$1 > 0 {
  round = $1; operation = $2; rounds = round
  if (!(operation in bad)) operations[++count] = operation
  bad[operation] += $4 + $5
  rate[operation, round] = $3 * 1e6 / $6
  p50[operation, round] = $7 / 1e3
  p99[operation, round] = $8 / 1e3
  cpu[operation, round] = $9 / $3
}

function cell(values, operation, peer, format,   i, j, x, sorted, middle) {
  for (i = 1; i <= rounds; i++) {
    x = values[operation, i] / (peer == "" ? 1 : values[peer, i])
    for (j = i; j > 1 && sorted[j - 1] > x; j--) sorted[j] = sorted[j - 1]
    sorted[j] = x
  }
  middle = int((rounds + 1) / 2)
  x = rounds % 2 ? sorted[middle] : (sorted[middle] + sorted[middle + 1]) / 2
  return sprintf(format " [" format ".." format "]", x, sorted[1], sorted[rounds])
}

function row(a, b, c, d, e, f, g, h) {
  printf "%-7s %23s %20s %22s %20s %19s %22s %8s\n", a, b, c, d, e, f, g, h
}

END {
  row("", "requests/s", "p50 ms", "p99 ms", "CPU us a request", "rate / nginx", "CPU / nginx", "not 200")
  for (k = 1; k <= count; k++) {
    o = operations[k]
    row(o, cell(rate, o, "", "%.0f"), cell(p50, o, "", "%.2f"), cell(p99, o, "", "%.1f"), cell(cpu, o, "", "%.1f"),
      cell(rate, o, "nginx", "%.2f"), cell(cpu, o, "nginx", "%.2f"), bad[o])
  }
}
