# Sourced by scripts that start others in the background: a shell ignores ^C for those, and so do all that they start.
#
#   end_children    ends all that this script has started, what that has started, and so on

end_children() {
    family=$({ ps -A -o pid= -o ppid= 2>/dev/null || sed 's/^\([0-9]*\) (.*) [A-Z] \([0-9]*\) .*/\1 \2/' /proc/[0-9]*/stat; } |
        awk -v of=$$ '{ parent[$1] = $2 }
            END { for (pid in parent) {
                above = parent[pid]
                while (above in parent && above != of) above = parent[above]
                if (above == of) print pid
            } }')
    # The shell that asked is among them, and has ended.
    [ -z "$family" ] || kill $family 2>/dev/null
}
