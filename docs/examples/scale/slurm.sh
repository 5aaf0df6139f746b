#!/usr/bin/env bash
# A Slurm job array, one task for each part of a JSON Lines corpus: slurm.sh CORPUS.jsonl REPORT.jsonl PARTS [factcheck options]
# Everything lies in a folder that all nodes see. A task that is killed or requeued writes its part anew: parts are written whole or not at all.
set -euo pipefail
corpus=$1 report=$2 parts=$3
shift 3
work=$(mktemp -d "${SLURM_SHARED:-$PWD}/factcheck-XXXXXX")
split --number="l/$parts" --numeric-suffixes=1 --suffix-length=6 "$corpus" "$work/part-"
cat >"$work/task.sh" <<TASK
#!/usr/bin/env bash
part=\$(printf %06d "\$SLURM_ARRAY_TASK_ID")
exec factcheck $(printf '%q ' "$@") --jobs "\${SLURM_CPUS_PER_TASK:-1}" --quiet --fail-on never --output "jsonl=$work/report-\$part" \\
  --stdin-filename $(printf %q "$corpus") - <"$work/part-\$part"
TASK
chmod +x "$work/task.sh"
sbatch --wait --array="1-$parts" --requeue --output="$work/log-%a" ${SBATCH_OPTIONS:-} "$work/task.sh"
factcheck merge --fail-on never "$work"/report-* >"$report"
rm -rf "$work"
