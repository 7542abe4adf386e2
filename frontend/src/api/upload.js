import { spoken } from './index.js'
import { Problem, problemOf } from './problem.js'

/**
 * Sends a file. Not by `fetch`, which cannot tell how far it is.
 * @param {string} path
 * @param {Blob} file
 * @param {string} name
 * @param {string} key the same for each try
 * @param {(share: number) => void} onProgress from 0 to 1
 * @returns {Promise<any>}
 */
export function sendFile(path, file, name, key, onProgress) {
  const form = new FormData()
  form.append('file', file, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('X-Requested-With', 'JavaScript')
    request.setRequestHeader('Accept-Language', spoken())
    request.setRequestHeader('Idempotency-Key', key)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = request.onabort = () => reject(new Problem({ status: 0 }))
    request.onload = () => {
      if (request.status < 300) resolve(request.response)
      else reject(problemOf(request, request.response))
    }
    request.send(form)
  })
}
